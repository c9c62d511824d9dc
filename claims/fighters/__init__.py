"""Who fights in a text: forces by name, by what they are called, by what stands for them."""
