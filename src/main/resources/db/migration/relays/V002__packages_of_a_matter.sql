create index item_matter on relays.item (matter);
