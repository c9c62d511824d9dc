"""Claims read from labelled reports, scored; readers side by side in one run."""
