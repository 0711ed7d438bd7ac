"""Which words an account gives to whom: the rules, and what the model marks and they find made one."""
