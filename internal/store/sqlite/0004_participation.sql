-- Who and what takes part in a claim, for finding claims by it. The country of
-- a claim's own narrative is left out as subject and actor: it is that of
-- nearly every claim.

CREATE TABLE participation (
    value TEXT    NOT NULL, -- a country, form or sector, as in claim.participants
    role  TEXT    NOT NULL, -- origin, destination, transit, subject, actor, forms, sectors
    claim INTEGER NOT NULL REFERENCES claim (sequence) ON DELETE CASCADE,
    PRIMARY KEY (value, role, claim)
) STRICT, WITHOUT ROWID;

CREATE INDEX participation_by_claim ON participation (claim);

INSERT INTO participation (value, role, claim)
SELECT DISTINCT item.value, role.key, c.sequence
FROM narrative n
JOIN claim c ON c.narrative = n.id, json_each(c.participants) AS role, json_each(role.value) AS item
WHERE role.key IN ('origin', 'destination', 'transit', 'subject', 'actor', 'forms', 'sectors')
  AND NOT (role.key IN ('subject', 'actor') AND item.value IS n.country);

CREATE INDEX claim_flow ON claim (narrative) WHERE type = 'flow';

-- One row, which every change of the database changes.
CREATE TABLE generation (
    number INTEGER NOT NULL, -- of changes
    mark   TEXT    NOT NULL  -- drawn by lot at each, for two databases may count alike
) STRICT;

INSERT INTO generation VALUES (1, lower(hex(randomblob(4))));
