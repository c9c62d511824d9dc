"""What a refresh of many reports costs, and how much sooner more processes have read them."""
