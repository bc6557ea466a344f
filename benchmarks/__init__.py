"""How quick the program is, measured: `make bench`."""
