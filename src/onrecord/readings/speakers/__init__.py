"""Who a source is: a name, a pronoun, a role, a body or a document, resolved to one of the cast."""
