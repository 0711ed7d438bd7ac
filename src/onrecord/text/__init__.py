"""What is true of any text: quotation marks, sentences, comparison keys. Strings in, offsets out."""
