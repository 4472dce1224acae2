import { Stack } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { MoreButton } from "@/shared/ui/more-button";
import { Loaded } from "@/shared/ui/states";
import { sessionQuery } from "../api/session";
import { type User, usersQuery } from "../api/users";
import { may } from "../model/permissions";
import { ChangeRoleDialog } from "./change-role-dialog";
import { DeleteUserDialog } from "./delete-user-dialog";
import { DropSecondFactorDialog } from "./drop-second-factor-dialog";
import { PasswordLinkDialog } from "./password-link-dialog";
import { PersonRow } from "./person-row";

export type PersonAct = "role" | "link" | "drop_factor" | "delete";

export function PeopleList() {
  const users = useInfiniteQuery(usersQuery());
  const { data: me } = useQuery(sessionQuery());
  const [chosen, setChosen] = useState<{ user: User; act: PersonAct } | null>(null);
  const mayChange = may(me, "users_write");
  const userFor = (act: PersonAct) => (chosen?.act === act ? chosen.user : null);
  const close = () => setChosen(null);
  return (
    <Loaded query={users}>
      {({ pages }) => (
        <>
          <Stack component="ul" gap={0} m={0} p={0} style={{ listStyle: "none" }}>
            {pages
              .flatMap((page) => page.items)
              .map((user) => (
                <PersonRow
                  key={user.id}
                  user={user}
                  isMe={user.id === me?.user.id}
                  onAct={mayChange ? (act) => setChosen({ user, act }) : null}
                />
              ))}
          </Stack>
          <MoreButton query={users} />
          <ChangeRoleDialog user={userFor("role")} onClose={close} />
          <PasswordLinkDialog user={userFor("link")} onClose={close} />
          <DropSecondFactorDialog user={userFor("drop_factor")} onClose={close} />
          <DeleteUserDialog user={userFor("delete")} onClose={close} />
        </>
      )}
    </Loaded>
  );
}
