-- Who signs in, for all workspaces together. Global tables: none refers to a tenant table, and no row security stands before them,
-- so only src/foundation/platform/auth reads and writes them.

create table auth_user (
  id uuid primary key default gen_random_uuid(), created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  name text not null, email text not null unique, email_verified boolean not null default false, image text,
  two_factor_enabled boolean default false
);

create table auth_session (
  id uuid primary key default gen_random_uuid(), created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  expires_at timestamptz not null, token text not null unique, ip_address text, user_agent text,
  user_id uuid not null references auth_user (id) on delete cascade
);
create index auth_session_by_user on auth_session (user_id);

create table auth_credential (
  id uuid primary key default gen_random_uuid(), created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  account_id text not null, provider_id text not null, user_id uuid not null references auth_user (id) on delete cascade,
  access_token text, refresh_token text, id_token text, access_token_expires_at timestamptz, refresh_token_expires_at timestamptz,
  scope text, password text,
  unique (provider_id, account_id)
);
create index auth_credential_by_user on auth_credential (user_id);

create table auth_verification (
  id uuid primary key default gen_random_uuid(), created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  identifier text not null, value text not null, expires_at timestamptz not null
);
create index auth_verification_by_identifier on auth_verification (identifier);

create table auth_two_factor (
  id uuid primary key default gen_random_uuid(), secret text not null, backup_codes text not null,
  user_id uuid not null references auth_user (id) on delete cascade, verified boolean default true,
  failed_verification_count integer default 0, locked_until timestamptz
);
create index auth_two_factor_by_user on auth_two_factor (user_id);

create table auth_rate_limit (
  id uuid primary key default gen_random_uuid(), key text not null unique, count integer not null, last_request bigint not null
);

-- Which workspaces may a signed-in user enter? The one place where users and workspaces meet; it names both and refers to neither table of the tenants.
create table user_workspaces (
  user_id uuid not null references auth_user (id) on delete cascade, workspace_id uuid not null, workspace_name text not null,
  primary key (user_id, workspace_id)
);
create index user_workspaces_by_workspace on user_workspaces (workspace_id);
