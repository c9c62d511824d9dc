"""How a text words those who fight: the parts of a noun phrase, and persons who speak for them."""
