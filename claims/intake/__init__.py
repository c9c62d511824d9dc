"""Reports as they come: files, saved pages and tables, taken into sections."""
