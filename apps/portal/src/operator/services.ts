import table from '../../../../docs/rules/service-letters.json';

/** The services that a call may pay for, by the territory's own table: code and Italian name. */
export const services: readonly { readonly code: string; readonly name: string }[] = [...new Map(table.rows.map(({ serviceCode, name }) => [serviceCode, name]))].map(
  ([code, name]) => ({ code, name }),
);

/** A service's name; its code where the table doesn't know it. */
export const serviceName = (code: string): string => services.find((service) => service.code === code)?.name ?? code;
