-- Tax that buyers pay on top of the price; it is the state's.
INSERT INTO platform_account (chain, path, asset)
SELECT number, 'platform/tax-liability', 'USD' FROM chain;
