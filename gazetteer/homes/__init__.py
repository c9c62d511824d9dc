"""Where the entries are kept and searched: memory, SQLite files, PostgreSQL."""
