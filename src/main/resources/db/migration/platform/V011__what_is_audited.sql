-- Who was given what, who looked, took away or failed to sign in, the newest first. Few entries are of these, so the indexes stay small and
-- moves are written as fast as before.
create index entry_audited on platform.entry (at desc, id desc)
    where kind in ('grant', 'export', 'account') or verb in ('contact-seen', 'phone-seen');
create index entry_audited_kind on platform.entry (kind, at desc, id desc)
    where kind in ('grant', 'export', 'account') or verb in ('contact-seen', 'phone-seen');
