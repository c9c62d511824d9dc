"""The page of many claims: what it costs to make and to read, beside other ways to map them."""
