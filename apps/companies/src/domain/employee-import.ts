interface Accepted {
  readonly importId: string;
  readonly firmId: string;
  readonly rows: number;
}

/** A file of employees that was found right as a whole and is being taken in, line by line, until it is complete. */
export type EmployeeImport =
  | { readonly status: 'absent' }
  | (Accepted & { readonly status: 'accepted' })
  | (Accepted & { readonly status: 'completed'; readonly added: number; readonly alreadyThere: number; readonly changed?: number; readonly rehired?: number; readonly ended?: number });

export type KnownImport = Exclude<EmployeeImport, { status: 'absent' }>;

export const employeeImport = { service: 'companies', name: 'employee-import', prefix: 'imp', schema: 1, initial: { status: 'absent' } as EmployeeImport };

export const isCompleted = (state: EmployeeImport): state is Extract<EmployeeImport, { status: 'completed' }> => state.status === 'completed';
