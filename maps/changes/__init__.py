"""What changed between two states, as Markdown, as a feed and on the page."""
