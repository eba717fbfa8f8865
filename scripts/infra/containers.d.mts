interface Container {
  image: string;
  ports: string[];
  volumes: string[];
  environment?: Record<string, string>;
}
export declare function infraCompose(ports: { kafka?: number; mongo?: number }): { name: string; services: { kafka?: Container; mongo?: Container }; volumes: Record<string, object> };
