"""What a page says about its article: title, writers, dates, publisher."""
