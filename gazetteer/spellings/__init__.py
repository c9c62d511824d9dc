"""Keys under which the spellings of one name meet, and how alike two of them are."""
