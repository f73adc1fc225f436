import type { GraphQLFieldResolver } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

type Metadata = ReturnType<typeof getMetadataStorage>;
type Method = Metadata['fieldResolvers'][number];
type Parameter = NonNullable<Method['params']>[number];

type Arguments = Record<string, unknown>;
type Resolver = GraphQLFieldResolver<unknown, unknown, Arguments>;
type ReadParameter = (root: unknown, args: Arguments, context: unknown) => unknown;
/** By the names of type and field, as `createResolversMap` makes it. */
type ResolversMap = Readonly<Record<string, object>>;

/** Has fields without a method read from their objects, where type-graphql would call a method around each. */
export function readPropertiesDirectly(): void {
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true;
}

/**
 * Has the methods of fields called directly. type-graphql makes a promise of each argument, because it may be validated
 * one by one; here the schema validates, and a list of 180 units would wait for a thousand.
 * @param classes the resolver classes of this schema: the metadata holds those of all in the process
 * @throws Error that names a method that wants more than the parts of a request as they are
 */
export function callMethodsDirectly(resolvers: ResolversMap, classes: readonly unknown[]): void {
  const { fieldResolvers, objectTypes } = getMetadataStorage();
  const calls = fieldResolvers
    .filter(({ target }) => classes.includes(target))
    .map((method) => ({ owner: method.getObjectType?.(), field: method.schemaName, resolve: directCall(method) }));
  for (const { name, target, interfaceClasses = [] } of objectTypes) {
    // a class may have a method of its own in place of one that it inherits, so its own come last
    for (const ancestor of [...interfaceClasses, ...lineageOf(target)]) {
      for (const { field, resolve } of calls.filter(({ owner }) => owner === ancestor)) {
        Object.assign(resolvers[name] ?? {}, { [field]: resolve });
      }
    }
  }
}

/** A class after those that it extends. */
function lineageOf(target: object): object[] {
  const parent = Object.getPrototypeOf(target);
  return parent.prototype === undefined ? [target] : [...lineageOf(parent), target];
}

function directCall(method: Method): Resolver {
  const { target, methodName, params = [], middlewares = [] } = method;
  if (middlewares.length > 0) throw unexpected(method, 'middlewares');
  const instance = Reflect.construct(target, []);
  const readers = [...params].sort((a, b) => a.index - b.index).map((parameter) => readerOf(parameter, method));
  return (root, args, context) => instance[methodName](...readers.map((read) => read(root, args, context)));
}

function readerOf(parameter: Parameter, method: Method): ReadParameter {
  switch (parameter.kind) {
    case 'root':
      return (root) => root;
    case 'context':
      return (_root, _args, context) => context;
    case 'args':
      return (_root, args) => args;
    case 'arg':
      // an input object would have to become an instance of its class
      if (getMetadataStorage().inputTypes.some(({ target }) => target === parameter.getType())) break;
      return (_root, args) => args[parameter.name];
  }
  throw unexpected(method, `a parameter of the kind ${parameter.kind}`);
}

function unexpected({ target, methodName }: Method, what: string): Error {
  return new Error(`expected a method that is called directly, found ${target.name}.${methodName} with ${what}`);
}
