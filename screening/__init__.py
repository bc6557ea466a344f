"""The cancer screening tracker."""
