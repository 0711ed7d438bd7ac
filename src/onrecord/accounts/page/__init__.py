"""A page of HTML -> what a browser would show of it: its tokens, its elements, what hides which of them, and the text
in order."""
