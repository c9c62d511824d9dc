"""How claims stand to each other: copies, agreement, contradiction, voices, grades."""
