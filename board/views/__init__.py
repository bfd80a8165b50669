"""What a page shows at one moment: pure frozen values, no pixels, no store, no words that need translating."""
