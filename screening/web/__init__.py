"""What every page shares: languages, filters, forms, errors, navigation, paging."""
