"""What happened as sentences word it: which verb, who to whom, where, whether it did."""
