"""Whether a page holds its article whole, and what stands in place of it."""
