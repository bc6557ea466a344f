"""Published clinical systems as pure functions: one system a file, standard library only."""
