-- What a source says of ambisonic sound and cannot be used: shown to the artist.
ALTER TABLE artworks
    ADD COLUMN sound_troubles TEXT NULL COMMENT 'for people' AFTER sphere_troubles;

-- A preview of a sphere is a flat view now. What plans made before, a small sphere, is not: their recipes say so, and name it still.
UPDATE plan_renditions r JOIN plans p ON p.id = r.plan_id
SET r.recipe = JSON_SET(r.recipe, '$.preview', FALSE)
WHERE p.projection <> 'flat' AND JSON_VALUE(r.recipe, '$.kind') = 'VIDEO';
