"""The readers' thread of a page of HTML: its posts, who wrote each and when, what it quotes and what it answers."""
