-- Search puts typing errors right, filters and sorts by more, and ratings count each owner once.

-- Trusted: the database's owner may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Every word that a listing was ever described with, and its stem: what a typing error is compared with.
CREATE TABLE listing_word (
    word text PRIMARY KEY,
    stem text NOT NULL
);

CREATE INDEX listing_word_of_stem ON listing_word (stem);
CREATE INDEX listing_word_alike ON listing_word USING gin (word gin_trgm_ops);

-- Words long enough that an error in them can be told from another word. The types of tokens are the
-- default parser's: words of ASCII, of other letters, and the parts of hyphenated ones of either.
CREATE FUNCTION learn_words(described text) RETURNS void
    LANGUAGE sql
BEGIN ATOMIC
    INSERT INTO listing_word (word, stem)
    SELECT DISTINCT lower(token), (ts_lexize('english_stem', lower(token)))[1]
    FROM ts_parse('default', described)
    WHERE tokid IN (1, 2, 10, 11)
      AND length(token) BETWEEN 4 AND 40
      AND cardinality(ts_lexize('english_stem', lower(token))) > 0
      AND NOT EXISTS (SELECT FROM listing_word AS known WHERE known.word = lower(token))
    -- In one order, so that two sellers can not wait for each other.
    ORDER BY 1
    ON CONFLICT DO NOTHING;
END;

CREATE FUNCTION learn_words_of_listing() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM learn_words(NEW.title || ' ' || words_of(NEW.tags) || ' ' || NEW.description);
    RETURN NULL;
END
$$;

SELECT learn_words(title || ' ' || words_of(tags) || ' ' || description) FROM listing;

CREATE TRIGGER listing_learn_words
    AFTER INSERT OR UPDATE OF title, tags, description ON listing
    FOR EACH ROW EXECUTE FUNCTION learn_words_of_listing();

-- What each owner's agents think of a subject, together: a listing by its id, an agent by its id and the
-- side on which it stood, such as "agt_…/SELLER".
CREATE TABLE rating_by_owner (
    subject text   NOT NULL,
    owner   text   NOT NULL,
    stars   bigint NOT NULL,
    reviews bigint NOT NULL CHECK (reviews > 0),
    PRIMARY KEY (subject, owner),
    CHECK (stars BETWEEN reviews AND 5 * reviews)
);

-- What all owners think of it, each with one voice: the sum of their means, in thousandths of a star.
CREATE TABLE rating (
    subject text   PRIMARY KEY,
    millis  bigint NOT NULL,
    owners  bigint NOT NULL CHECK (owners > 0),
    reviews bigint NOT NULL CHECK (reviews >= owners),
    CHECK (millis BETWEEN 1000 * owners AND 5000 * owners)
);

INSERT INTO rating_by_owner (subject, owner, stars, reviews)
SELECT subject, coalesce(known_agent.owner, author), sum(review.rating), count(*)
FROM review
JOIN market_order ON market_order.id = order_id
LEFT JOIN known_agent ON known_agent.id = author
CROSS JOIN LATERAL (
    VALUES (CASE party WHEN 'BUYER' THEN review.service_id END),
           (CASE party WHEN 'BUYER' THEN seller || '/SELLER' ELSE buyer || '/BUYER' END)) AS about (subject)
WHERE revealed_at IS NOT NULL AND subject IS NOT NULL
GROUP BY 1, 2;

INSERT INTO rating (subject, millis, owners, reviews)
SELECT subject, sum(1000 * stars / reviews), count(*), sum(reviews)
FROM rating_by_owner GROUP BY subject;

-- A copy on the listing, since search filters and sorts by it. Five imagined threes pull the mean of a few
-- owners to the middle.
ALTER TABLE listing
    ADD COLUMN rating_millis bigint NOT NULL DEFAULT 0,
    ADD COLUMN rating_owners bigint NOT NULL DEFAULT 0,
    ADD COLUMN rating_mean bigint GENERATED ALWAYS AS (rating_millis / nullif(rating_owners, 0)) STORED,
    ADD COLUMN rating_rank bigint NOT NULL
        GENERATED ALWAYS AS ((rating_millis + 15000) / (rating_owners + 5)) STORED;

UPDATE listing SET rating_millis = rating.millis, rating_owners = rating.owners
FROM rating WHERE subject = listing.id;

-- Searches are many, changes few: none of them has to read what an index has put off.
ALTER INDEX listing_search SET (fastupdate = off);
ALTER INDEX listing_tags SET (fastupdate = off);
ALTER INDEX listing_word_alike SET (fastupdate = off);

CREATE INDEX listing_dearest ON listing (price_micros, id) WHERE status = 'PUBLISHED';
CREATE INDEX listing_best ON listing (rating_rank, id) WHERE status = 'PUBLISHED';
CREATE INDEX listing_most_sold ON listing (sold, id) WHERE status = 'PUBLISHED';
CREATE INDEX listing_of_seller ON listing (seller, id) WHERE status = 'PUBLISHED';
