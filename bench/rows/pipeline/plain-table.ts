/** The table of the plain workers. */
export const PLAIN_TABLE = `
  create table plain_reward (
    delivery_id bigint primary key, shop_id int not null, email text not null, code text, sent boolean not null default false)`;
