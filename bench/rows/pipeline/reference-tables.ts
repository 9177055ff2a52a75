/** The table of the plain workers, and the number of the next code in its pool: what both references count codes by. Run one by one. */
export const REFERENCE_TABLES = [
  `create table plain_reward (
    delivery_id bigint primary key, shop_id int not null, email text not null, code text, sent boolean not null default false)`,
  "alter table code_pool add column next_position int not null default 1",
];
