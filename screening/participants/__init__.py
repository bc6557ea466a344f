"""The person: identity, registration at sites, look-alikes, death."""
