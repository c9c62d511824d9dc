"""The claims as the data of a page: columns of numbers and words, packed, and read back."""
