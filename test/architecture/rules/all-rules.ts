import { ambient } from './ambient.rule';
import { driverHomes } from './driver-homes.rule';
import { dtoImports } from './dto-imports.rule';
import { environment } from './environment.rule';
import { fileLength } from './file-length.rule';
import { fileNames } from './file-names.rule';
import { freeLock } from './free-lock.rule';
import { layers } from './layers.rule';
import { medianLength } from './median-length.rule';
import { nestProjects } from './nest-projects.rule';
import { noAddresses } from './no-addresses.rule';
import { noCycles } from './no-cycles.rule';
import { packageDoors } from './package-doors.rule';
import { pureDomain } from './pure-domain.rule';
import type { Rule } from './rule';
import { servicesApart } from './services-apart.rule';
import { standaloneOnly } from './standalone-only.rule';

export const allRules: readonly Rule[] = [
  layers,
  packageDoors,
  servicesApart,
  standaloneOnly,
  pureDomain,
  driverHomes,
  noCycles,
  environment,
  ambient,
  dtoImports,
  fileNames,
  fileLength,
  medianLength,
  nestProjects,
  noAddresses,
  freeLock,
];
