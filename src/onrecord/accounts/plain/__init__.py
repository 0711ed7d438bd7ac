"""A dump of plain text -> its lines, and which are the article's, its readers' and the page's own."""
