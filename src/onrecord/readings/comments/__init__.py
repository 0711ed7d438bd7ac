"""The readers' thread: posts become comments."""
