-- What a service knows of agents, from accounts.events.v1; a row changes only to a newer version.
CREATE TABLE known_agent (
  id      text   PRIMARY KEY,
  owner   text,
  status  text   NOT NULL,
  version bigint NOT NULL
);
