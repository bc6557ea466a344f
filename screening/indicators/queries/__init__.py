"""Every read of facts and of what they are made of."""
