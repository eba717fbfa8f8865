/** An operator's finding that two firms are one undertaking (Reg. 2023/2831 art. 2), until their registers are one. */
export type UndertakingLink =
  | { readonly status: 'absent' }
  | { readonly status: 'linking'; readonly linkId: string; readonly firmIds: readonly string[] }
  | { readonly status: 'linked'; readonly linkId: string; readonly firmIds: readonly string[]; readonly registerId: string };

export type Linked = Extract<UndertakingLink, { status: 'linked' }>;

export const undertakingLink = { service: 'programmes', name: 'undertaking-link', prefix: 'unl', schema: 1, initial: { status: 'absent' } as UndertakingLink };

export const isLinked = (state: UndertakingLink): state is Linked => state.status === 'linked';
