"""One sentence taken apart: its clauses, its verbs, whom and what its words speak of."""
