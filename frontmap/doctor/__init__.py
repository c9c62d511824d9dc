"""Whether frontmap and a project are in order, and what to do where they are not."""
