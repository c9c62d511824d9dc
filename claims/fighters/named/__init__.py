"""How a text names a force: in full, by letters, by what it is called later on."""
