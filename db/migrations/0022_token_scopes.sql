-- What a token may ask. Null: everything its member may, as all tokens before this could.
alter table api_tokens add column scopes jsonb;
